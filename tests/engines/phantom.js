// A page in PhantomJS (WebKit 538). The argument is its address; prints what it leaves in the global `result`.

var page = require("webpage").create();

page.viewportSize = { width: 1280, height: 720 };
page.onError = function () {}; // the page keeps them
page.open(require("system").args[1], function (status) {
  (function wait() {
    var result = status === "success" ? page.evaluate(function () { return window.result; }) : "it does not open";
    if (!result) return setTimeout(wait, 20);
    console.log(result);
    phantom.exit();
  })();
});
