// The page's one script. From disk it is a bundle (tools/www.mjs), for there are no modules.

import("./app.js");
