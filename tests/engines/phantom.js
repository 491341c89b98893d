// Runs the cases in a page of PhantomJS (WebKit 538). Arguments: the scripts that a television's app would hold, in
// their order. Prints one line of JSON.

var page = require("webpage").create();
var system = require("system");

page.onError = function (message) {
  console.log(JSON.stringify({ passed: 0, failed: [message], ms: 0 }));
  phantom.exit();
};
page.content = "<!doctype html><title>cases</title>";
system.args.slice(1).forEach(function (file) { page.injectJs(file); });
console.log(page.evaluate(function () { return JSON.stringify(suite.run(plainly)); }));
phantom.exit();
