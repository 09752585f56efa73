// The developers' page: runs the calls it shows, and lists what the widget tells.
(() => {
  const list = document.querySelector("[data-heard]");
  if (!list) return;
  const widget = (window.CommunityWidget = window.CommunityWidget || []);
  const say = (...call) => window.CommunityWidget.push(call);
  const nothing = document.querySelector("[data-nothing]");

  const add = (name, detail) => {
    const line = list.appendChild(document.createElement("li"));
    line.appendChild(document.createElement("time")).textContent = new Date().toLocaleTimeString(document.documentElement.lang);
    line.appendChild(document.createElement("code")).textContent = detail ? `${name} ${detail}` : name;
    nothing.hidden = true;
    list.parentElement.scrollTop = list.scrollHeight;
  };

  const heard = {};
  for (const name of list.dataset.events.split(" ")) {
    heard[name] = (detail) => add(name, JSON.stringify(detail));
    widget.push(["on", name, heard[name]]);
  }

  // What would only be read in the browser's console is shown here too.
  const warn = console.warn;
  console.warn = (...words) => {
    warn.apply(console, words);
    add(list.dataset.console, words.map(String).join(" "));
  };

  for (const button of document.querySelectorAll("[data-call]")) {
    button.hidden = false;
    button.addEventListener("click", () => say(...JSON.parse(button.dataset.call)));
  }

  const clear = document.querySelector("[data-clear]");
  clear.hidden = false;
  clear.addEventListener("click", () => {
    list.replaceChildren();
    nothing.hidden = false;
  });

  const listen = document.querySelector("[data-listen]");
  let listening = true;
  listen.hidden = false;
  listen.addEventListener("click", () => {
    listening = !listening;
    for (const name in heard) say(listening ? "on" : "off", name, heard[name]);
    listen.textContent = listening ? listen.dataset.off : listen.dataset.on;
  });
})();
