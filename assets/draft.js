// Saves a draft while somebody writes, and keeps on this device what could not be sent until it could; everything works without it.
const place = document.querySelector("[data-draft]");
const key = "ayni-draft-" + place.dataset.draft;
const asked = new URLSearchParams(location.search);

const recall = () => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};
const keep = (copy) => {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // No room, or no leave: saving still works.
  }
};
const forget = () => {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
};

// The form that was sent by hand has arrived: the address says so with the mark of its copy.
const arrived = ["saved", "merged"].some((name) => asked.get(name) && asked.get(name) === recall()?.mark);
if (arrived) forget();

if (place.tagName === "FORM") {
  const said = document.getElementById("said");
  const { version, copy: mark } = place.elements;
  let waiting;
  let sending = false;
  let stopped = false;

  const say = (what) => {
    said.textContent = place.dataset[what];
  };
  const content = () => {
    const all = new URLSearchParams(new FormData(place));
    all.delete("version");
    all.delete("copy");
    return all.toString();
  };
  const send = async (body) => {
    try {
      return await fetch(place.action, {
        method: "POST",
        redirect: "manual",
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
        body,
      });
    } catch {
      return null;
    }
  };
  // What keeps an answer from being a good one, as the name of its words.
  const trouble = async (answer) => {
    if (answer?.type === "opaqueredirect") return "out";
    if (answer?.status === 409) return (await answer.json()).problem;
    return answer?.ok ? "" : "offline";
  };

  let saved = content();
  const later = (seconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, seconds * 1000);
  };
  async function save() {
    clearTimeout(waiting);
    const now = content();
    if (sending || stopped || now === saved) return;
    sending = true;
    say("saving");
    const answer = await send("version=" + version.value + "&" + now);
    const problem = await trouble(answer);
    sending = false;
    const told = problem ? null : await answer.json();
    if (told && !told.contained) {
      version.value = told.version;
      saved = now;
      if (content() === now) {
        forget();
        say("saved");
      } else {
        later(3);
      }
      return;
    }
    stopped = !!told || problem === "conflict" || problem === "closed";
    say(told ? "conflict" : problem);
    if (!stopped) later(15);
  }

  place.addEventListener("input", () => {
    keep({ version: version.value, content: content() });
    if (!sending && !stopped) say("waiting");
    later(3);
  });
  document.getElementById("file")?.addEventListener("change", ({ target }) => {
    if (!(target.files[0]?.size > target.dataset.largest)) return;
    target.value = ""; // it would be sent for minutes, and refused
    said.textContent = target.dataset.refused;
  });
  addEventListener("online", save);
  addEventListener("pagehide", save);
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); // what the page shows may be older than what is kept
  });
  place.addEventListener("submit", (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      say("offline");
      return;
    }
    clearTimeout(waiting);
    stopped = true;
    mark.value = Date.now().toString(36);
    keep({ version: version.value, content: content(), mark: mark.value });
  });

  // Sends a copy as if by hand: its writer then sees it beside what is kept, and chooses.
  const handOver = (copy) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: place.action });
    const all = new URLSearchParams(copy.content);
    all.set("version", copy.version);
    all.set("copy", copy.mark);
    for (const [name, value] of all) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    document.body.append(form);
    form.submit();
  };

  // What an earlier visit could not send is sent now, before anything new is typed.
  const restore = async (copy) => {
    stopped = place.inert = true;
    const answer = await send("version=" + copy.version + "&" + copy.content);
    const problem = await trouble(answer);
    if (problem === "conflict") {
      copy.mark ??= Date.now().toString(36);
      keep(copy);
      handOver(copy);
      return;
    }
    if (problem) {
      say(problem);
      setTimeout(() => restore(copy), 15000);
      return;
    }
    const told = await answer.json();
    forget();
    if (String(told.version) === version.value) {
      stopped = place.inert = false;
    } else {
      location.replace(place.getAttribute("action") + "?part=" + place.dataset.part + "&restored=1");
    }
  };
  const copy = recall();
  if (copy && copy.content === saved) forget();
  else if (copy) restore(copy);
}
