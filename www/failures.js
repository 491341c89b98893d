// Failed calls as an app sees them. Ministra's codes first, then what every API does.

const ministra = { provider: "ministra" };

// One row of Ministra's "Application error codes".
function code(status, number, name, message) {
  return {
    id: String(number),
    name,
    failure: {
      status,
      headers: { "Content-Type": "application/json" },
      body: { error: { code: number, message: "Error code - " + number + " " + message } },
    },
    context: ministra,
  };
}

const FAILED = "Authentication failed. Please contact support.";
const DENIED = "Access denied. Please contact support.";

export const failures = [
  code(401, 489, "Wrong password", "Invalid username or password. Please try again."),
  code(401, 490, "Account blocked", "Access denied, user account disabled. Please contact support."),
  code(401, 491, "No device profile", "Access is denied for this type of device. Please contact support."),
  code(401, 492, "Too many devices", "Device limit reached. Please contact support."),
  code(401, 493, "Token refused", DENIED),
  code(401, 494, "No free licence", DENIED),
  code(401, 497, "Wrong one-time code", "Incorrect code."),
  code(400, 498, "Wrong phone number", "Incorrect phone number."),
  code(500, 480, "Server condition", FAILED),
  code(500, 485, "No database", FAILED),
  code(401, 486, "Bad refresh token", FAILED),
  code(500, 488, "No unique token", FAILED),
  {
    id: "495",
    name: "500 without a code",
    failure: { status: 500, body: { error: { message: "Internal server error" } } },
    context: ministra,
  },
  {
    id: "496",
    name: "500, code not in the table",
    failure: { status: 500, body: { error: { code: 612, message: "Internal server error" } } },
    context: ministra,
  },
  {
    id: "offline",
    name: "Device is offline",
    thrown: { name: "TypeError", message: "Failed to fetch" },
    context: { online: false },
  },
  {
    id: "timeout",
    name: "No answer in time",
    thrown: { name: "TimeoutError", message: "signal timed out" },
    context: { online: true },
  },
  {
    id: "unreachable",
    name: "Server not reached",
    thrown: { name: "TypeError", message: "Failed to fetch" },
    context: { online: true },
  },
  {
    id: "aborted",
    name: "Cancelled by the app",
    thrown: { name: "AbortError", message: "signal is aborted without reason" },
  },
  {
    id: "503",
    name: "Busy, Retry-After 8 s",
    failure: { status: 503, headers: { "Retry-After": "8" }, body: "Service Unavailable" },
  },
  {
    id: "429",
    name: "Too many requests, 12 s",
    failure: {
      status: 429,
      headers: { "Retry-After": "12", "Content-Type": "application/json" },
      body: { error: { status: "RESOURCE_EXHAUSTED", message: "Quota exceeded" } },
    },
  },
  {
    id: "429-long",
    name: "Too many requests, 10 min",
    failure: { status: 429, headers: { "Retry-After": "600" }, body: "" },
  },
  {
    id: "502",
    name: "Gateway's HTML page",
    failure: {
      status: 502,
      headers: { "Content-Type": "text/html", Server: "nginx" },
      body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>",
    },
  },
  {
    id: "500",
    name: "500 with an empty body",
    failure: { status: 500, headers: { "Content-Length": "0" }, body: "" },
  },
  {
    id: "500-post",
    name: "500 after an order (POST)",
    failure: { status: 500, headers: {}, body: "" },
    context: { method: "POST" },
  },
  {
    id: "401-token",
    name: "Access token expired",
    failure: {
      status: 401,
      headers: { "WWW-Authenticate": 'Bearer realm="example", error="invalid_token"' },
      body: "",
    },
  },
  {
    id: "404",
    name: "Title not found",
    failure: {
      status: 404,
      headers: { "Content-Type": "application/problem+json" },
      body: { type: "about:blank", title: "Not Found", status: 404 },
    },
  },
  {
    id: "451",
    name: "Legal reasons",
    failure: { status: 451, headers: {}, body: "" },
  },
  {
    id: "unknown",
    name: "A code nobody knows",
    failure: {
      status: 400,
      headers: { "Content-Type": "application/json", "X-Request-Id": "7f3a-19c2" },
      body: { error: { code: "E-7719", message: "flux capacitor detuned" } },
    },
  },
];
