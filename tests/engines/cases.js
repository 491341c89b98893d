// Runs the cases in the V8 of whichever Node.js runs this, as old as 0.12: plain ES5, no dependencies.
// Arguments: the scripts that a television's app would hold, in their order. Prints one line of JSON.

var fs = require("fs");
var vm = require("vm");

var scripts = process.argv.slice(2).map(function (file) { return fs.readFileSync(file, "utf8"); });
vm.runInThisContext(scripts.join("\n"));
var result = vm.runInThisContext("suite.run(plainly)");
result.v8 = process.versions.v8;
console.log(JSON.stringify(result));
