// Keeps the phone in step with the room. The page works without it: forms do the same.
(function () {
  "use strict";
  var KEY = "kompassen-traff", TONGUE = KEY + "-tongue";
  var SILENCE = 25000, AGAIN = 2000, PATIENCE = 10000;
  var token = kept(KEY), tongue = kept(TONGUE), vote = null, asking = null, again = false, pressed = null, heard = Date.now(), version = "", stream = null;

  function $(id) { return document.getElementById(id); }
  // Gone when the tab is closed; without storage it lives as long as the page.
  function kept(key) { try { return sessionStorage.getItem(key) || ""; } catch (e) { return ""; } }
  function put(key, value) {
    try { if (value) sessionStorage.setItem(key, value); else sessionStorage.removeItem(key); } catch (e) { return; }
  }
  function keep(value) { token = value; put(KEY, value); }
  function set(id, words) { if ($(id).textContent !== words) $(id).textContent = words; }
  function words(name) { return $("view").getAttribute("data-" + name) || ""; }

  // --- Asking the computer ------------------------------------------------------------------
  function fields(form, button) {
    var found = new URLSearchParams(new FormData(form));
    if (button && button.name) found.set(button.name, button.value);
    return found;
  }
  function post(address, body) {
    var stop = new AbortController(), timer = setTimeout(function () { stop.abort(); }, PATIENCE);
    var slow = setTimeout(function () { set("contact", words("sending")); }, 600);
    return fetch(address, { method: "POST", body: body, signal: stop.signal, cache: "no-store", credentials: "omit", redirect: "error" })
      .then(function (answer) {
        if (answer.status === 429 || answer.status >= 500) throw new Error("later");
        return answer.text();
      })
      .then(function (text) { clearTimeout(timer); clearTimeout(slow); set("contact", ""); return text; },
            function (error) { clearTimeout(timer); clearTimeout(slow); throw error; });
  }
  function refresh() {
    if (!token) return;
    if (asking) { again = true; return; }
    var wish = (tongue || words("language") + " " + words("text")).split(" ");
    var body = new URLSearchParams({ t: token, l: wish[0], x: wish[1] });
    asking = post("/", body).then(show, function () { set("contact", words("offline")); }).then(function () {
      asking = null;
      if (again) { again = false; refresh(); }
    });
  }
  function send(form, button) {
    var address = (button && button.getAttribute("formaction")) || form.getAttribute("action");
    var body = fields(form, button);
    if (form.id === "vote" && address === "/vote") { vote = { body: body }; return deliver(vote); }
    post(address, body).then(show, function () { set("contact", words("offline")); });
  }
  // A vote is sent until it has arrived, or another one takes its place; it names its voting.
  function deliver(mine) {
    if (mine !== vote) return;
    set("status", "");
    post("/vote", mine.body).then(function (text) {
      if (mine !== vote) return;
      vote = null;
      show(text, true);
    }, function () {
      if (mine !== vote) return;
      set("contact", words("not-sent"));
      setTimeout(function () { deliver(mine); }, AGAIN);
    });
  }

  // --- Showing what it answers ----------------------------------------------------------------
  function show(text, isOwnDoing) {
    var next = new DOMParser().parseFromString(text, "text/html");
    var view = next.getElementById("view");
    if (!view) return;
    var old = $("view"), isSameVote = old.getAttribute("data-vote") === view.getAttribute("data-vote");
    var isNew = old.getAttribute("data-step") !== view.getAttribute("data-step");
    var chosen = old.querySelector("input[name=o]:checked"), held = document.activeElement;
    var wasInside = old.contains(held), id = held && held.id;
    document.documentElement.lang = next.documentElement.lang;
    document.documentElement.dir = next.documentElement.dir;
    document.title = next.title;
    var menu = $("menu").contains(held);
    swap("menu", next); swap("foot", next);
    if (menu) { $("menu").open = false; $("menu").querySelector("summary").focus(); }
    if (old.outerHTML !== view.outerHTML) {
      var opened = old.querySelector("details[open]");
      old.replaceWith(view);
      // A choice that the computer does not know of yet stays.
      if (chosen && !chosen.defaultChecked && isSameVote && isOwnDoing !== true) check(view, chosen.value);
      if (opened && !isNew && view.querySelector("details")) view.querySelector("details").open = true;
      if (wasInside) (isNew || !id || !$(id) ? view.querySelector("h1") : $(id)).focus({ preventScroll: true });
      if (isNew) scrollTo(0, 0);
    }
    if (isNew) set("news", view.querySelector("h1").textContent + ". " + words("step-name"));
    if (!vote && $("status").innerHTML !== next.getElementById("status").innerHTML) $("status").innerHTML = next.getElementById("status").innerHTML;
    settle();
  }
  function swap(id, next) {
    if ($(id).innerHTML !== next.getElementById(id).innerHTML) $(id).innerHTML = next.getElementById(id).innerHTML;
  }
  function check(view, value) {
    view.querySelectorAll("input[name=o]").forEach(function (option) { if (option.value === value) option.checked = true; });
  }
  function settle() {
    var field = document.querySelector("#foot input[name=t]"), state = words("state");
    if (field) {
      if (field.value !== token) { keep(field.value); if (room) room.postMessage({ token: token }); }
      if (location.search) history.replaceState(null, "", "/");
    } else if (state === "join") keep("");
    tongue = token ? words("language") + " " + words("text") : "";
    put(TONGUE, tongue);
    version = words("version");
    if (token && state !== "over") listen(); else silence();
  }

  // --- Hearing that something has changed -----------------------------------------------------
  function listen() {
    if (stream && stream.readyState !== 2) return;
    heard = Date.now();
    stream = new EventSource("/events");
    stream.onmessage = function (event) {
      heard = Date.now();
      if (event.data !== version) { version = event.data; refresh(); } else set("contact", "");
    };
    stream.onerror = function () { if (!vote) refresh(); };
  }
  function silence() { if (stream) stream.close(); stream = null; }
  function wake() {
    if (!token || words("state") === "over") return;
    if (!stream || stream.readyState === 2 || Date.now() - heard > SILENCE) { silence(); listen(); }
    refresh();
  }
  setInterval(function () {
    if (token && (!stream || stream.readyState !== 1 || Date.now() - heard > SILENCE)) wake();
  }, 5000);
  addEventListener("online", wake);
  addEventListener("pageshow", function (event) { if (event.persisted) wake(); });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) wake(); });

  document.addEventListener("submit", function (event) {
    event.preventDefault();
    send(event.target, event.submitter || pressed);
    pressed = null;
  });
  document.addEventListener("click", function (event) {
    pressed = event.target.closest("button"); // older phones do not say by which button a form is sent
    if (!$("menu").contains(event.target)) $("menu").open = false;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && $("menu").open) { $("menu").open = false; $("menu").querySelector("summary").focus(); }
  });

  // --- A second tab is the same phone -----------------------------------------------------------
  var room = "BroadcastChannel" in window ? new BroadcastChannel(KEY) : null;
  if (room) room.onmessage = function (event) {
    if (event.data === "who" && token) room.postMessage({ token: token });
    else if (event.data.token && !token && words("state") === "join") { keep(event.data.token); refresh(); }
  };
  if (token) refresh(); else { settle(); if (room && words("state") === "join") room.postMessage("who"); }
})();
