// The page's one script. From disk it is a bundle (tools/demo/www.mjs), for there are no modules.

import("./app.js");
