// A page for the V8 of whichever Node.js runs this, as old as 0.12: plain ES5, no dependencies. The argument is JSON:
// scripts in their order, each `{ file }` or `{ text }`. Prints what they leave in the global `result`.

var fs = require("fs");
var vm = require("vm");

vm.runInThisContext("var self = this, performance = { now: function () { return Date.now(); } }; function require() { throw new Error('not in a page'); }");
JSON.parse(process.argv[2]).forEach(function (script) {
  vm.runInThisContext(script.text || fs.readFileSync(script.file, "utf8"), script.file || "page");
});
(function wait() {
  var result = vm.runInThisContext("result");
  if (result) console.log(result);
  else setTimeout(wait, 20);
})();
