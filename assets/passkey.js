// Passkeys: a button and a quiet offer on the page to sign in, and adding one on the page of one's account; without them all else works.
const form = document.getElementById("passkey");
const Key = self.PublicKeyCredential;
const adds = form?.dataset.passkey === "add";
let waiting;

// Asks the server for a challenge and the device for its answer, and sends that as a form.
const ask = async (mediation) => {
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  const said = document.getElementById("passkey-said");
  said.textContent = "";
  try {
    const begun = await fetch(form.dataset.begin, { method: "POST", signal });
    const { token, options } = await begun.json();
    const credential = adds
      ? await navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(options.publicKey), signal })
      : await navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(options.publicKey), mediation, signal });
    form.elements.token.value = token;
    form.elements.answer.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    if (!mediation && !signal.aborted) said.textContent = form.dataset.failed;
  }
};

if (form && Key?.parseRequestOptionsFromJSON) {
  form.closest("[hidden]").hidden = false;
  document.getElementById("passkey-needs")?.remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  // Where the browser can, it offers passkeys among the addresses it knows, and nobody has to press a button.
  if (!adds) Key.isConditionalMediationAvailable?.().then((can) => can && ask("conditional"));
}
