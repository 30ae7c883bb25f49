// A text with marks, or the rows that belong to them. Texts of files become text nodes, never HTML.
const made = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

const chosen = (box, key) => {
  for (const old of box.querySelectorAll(".on")) old.classList.remove("on");
  for (const now of box.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) now.classList.add("on");
};

const shown = (box, key) => {
  const mark = box.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!mark) return;
  const place = mark.getBoundingClientRect(), frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) box.scrollTop += place.top - frame.top - box.clientHeight / 3;
};

const pressed = (element, act) => {
  element.tabIndex = 0;
  element.onclick = act;
  element.onkeydown = (event) => {
    if (event.target === element && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); act(event); }
  };
};

const lines = (data, pick) => data.lines.map((line) => {
  const row = made("p", line.focus ? "focus" : "");
  row.append(made("span", "number", line.number));
  for (const piece of line.pieces) {
    if (!piece.class) { row.append(document.createTextNode(piece.text)); continue; }
    const mark = made("mark", piece.class, piece.text);
    if (piece.title) mark.title = piece.title;
    if (piece.sign) mark.append(made("b", "", piece.sign));
    if (piece.key) {
      mark.dataset.key = piece.key;
      mark.setAttribute("role", "button");
      pressed(mark, () => pick(piece.key));
    }
    row.append(mark);
  }
  return row;
});

const rows = (data, pick, tick) => data.rows.map((entry) => {
  const row = made("div", `row ${entry.class}`);
  row.dataset.key = entry.key;
  const box = made("input");
  box.type = "checkbox";
  box.checked = entry.taken;
  box.disabled = !data.open;
  box.setAttribute("aria-label", entry.label);
  box.onclick = (event) => { event.stopPropagation(); tick({ key: entry.key, taken: box.checked }); };
  const words = made("div", "words");
  const head = made("div", "head");
  head.append(made("span", "name", entry.name), made("span", "figure", entry.figure));
  words.append(head, made("div", "small", entry.small));
  if (entry.beside) words.append(made("div", `beside ${entry.differs ? "differs" : ""}`, entry.beside));
  if (entry.doubt) words.append(made("div", "doubt", entry.doubt));
  row.append(box, words);
  pressed(row, () => pick(entry.key));
  return row;
});

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".proof");
  for (const [name, colour] of Object.entries(data.colours)) box.style.setProperty(`--${name}`, colour);
  box.style.maxHeight = `min(${data.height}px, 72vh)`;
  const pick = (key) => { chosen(box, key); setTriggerValue("picked", key); };
  const top = box.scrollTop;
  box.replaceChildren(...(data.rows ? rows(data, pick, (change) => setTriggerValue("ticked", change)) : lines(data, pick)));
  box.scrollTop = top;
  if (data.at) {
    chosen(box, data.at);
    if (box.dataset.at !== data.at) shown(box, data.at);
    box.dataset.at = data.at;
  }
  const focus = box.querySelector(".focus");
  if (focus && box.dataset.focus !== data.focus) { box.scrollTop += focus.getBoundingClientRect().top - box.getBoundingClientRect().top - 60; box.dataset.focus = data.focus; }
}
