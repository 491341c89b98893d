// A list of channels, and a notice where it cannot be had. ES5: Chromium 38 reads it, and it runs from Chromium 53 on.
(function () {
  var BACK = [461, 10009, 27]; // webOS, Tizen, a keyboard
  var list = document.getElementById("channels");
  var address = decodeURIComponent((/[?&]channels=([^&]*)/.exec(location.search) || [])[1] || "https://api.example.com/channels");

  // Without `locales` it speaks the television's language, of those whose scripts index.html loads.
  var speaker = plainly.create({
    provider: "ministra",
    support: { phone: "+44 20 7946 0000" },
    // What is listed here is what the buttons offer.
    handlers: { retry: load, go_back: home, exit_app: leave }
  });
  var notices = plainly.screen.mount(document.body, { plainly: speaker });
  var call = plainly.retry.retryingXhr(speaker, { onNotice: notices.show, onSettled: notices.settled });

  function load() {
    call(address, { timeout: 10000 }, function (notice, xhr) {
      if (notice) return; // it is on the screen already
      notices.hide();
      draw(JSON.parse(xhr.responseText));
    });
  }

  function draw(channels) {
    list.textContent = "";
    channels.forEach(function (name) {
      var button = document.createElement("button");
      button.appendChild(document.createTextNode(name));
      list.appendChild(button);
    });
    home();
  }

  function home() {
    if (list.firstChild) list.firstChild.focus();
  }

  function leave() {
    window.close();
  }

  // While a notice is shown, it has the keys: these come only when it is gone.
  document.addEventListener("keydown", function (event) {
    var at = document.activeElement;
    var to = event.keyCode === 40 ? at.nextSibling : event.keyCode === 38 ? at.previousSibling : null;
    if (at.parentNode === list && to) to.focus();
    if (BACK.indexOf(event.keyCode) >= 0) leave();
  });

  load();
})();
