// A back end that asks another service, and tells its front end in the viewer's language what went wrong there.

import express from "express";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "plainly";
import { forAcceptLanguage } from "plainly/server";

const upstream = process.env.UPSTREAM || "https://api.example.com/channels";
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const plainly = await load({ locales: "en", provider: "ministra", support: { url: "https://help.example.com" } });
const speakerFor = forAcceptLanguage(plainly);
const app = express();

app.use(express.static(here("public")));
// The page imports the package's files as they are.
app.use("/plainly", express.static(dirname(fileURLToPath(import.meta.resolve("plainly")))));

app.get("/api/channels", async (request, response) => {
  const speaker = await speakerFor(request.get("Accept-Language"));
  response.vary("Accept-Language");
  try {
    const answer = await speaker.throwIfFailed(await fetch(upstream));
    response.json(await answer.json());
  } catch (error) {
    // The page counts its tries, for it is the one that tries again.
    const notice = speaker.explainThrown(error, { attempt: Number(request.query.attempt) || 1 });
    const { delayMs } = notice.retry;
    if (delayMs) response.set("Retry-After", String(Math.ceil(delayMs / 1000)));
    response.set("Content-Language", notice.locale);
    response.status(notice.status >= 400 ? notice.status : 502).json(notice);
  }
});

app.listen(process.env.PORT || 8080, "127.0.0.1", () => console.log("listening"));
