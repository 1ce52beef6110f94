// Suggests records while a reader types in a search field; everything works without it.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = field.id + "-suggestions";
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting;
  let asked = "";
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = field.value.trim();
      if (text.length < 2 || text === asked) return;
      asked = text;
      try {
        const answer = await fetch(field.dataset.suggest + "&q=" + encodeURIComponent(text));
        if (!answer.ok || text !== asked) return;
        const found = await answer.json();
        list.replaceChildren(...found.suggestions.map((words) => Object.assign(document.createElement("option"), { value: words })));
      } catch {
        // Offline or slow: the field works as a plain one.
      }
    }, 200);
  });
}
