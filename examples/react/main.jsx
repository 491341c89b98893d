// React and TanStack Query. The provider takes an explainer or a promise of one: of another language too.

import { QueryClientProvider } from "@tanstack/react-query";
import { PlainlyBoundary, PlainlyProvider } from "plainly/react";
import "plainly/screen.css";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { client, plainly } from "./api.js";
import { Channels } from "./channels.jsx";
import { SignIn } from "./sign-in.jsx";
import "./style.css";

const address = new URLSearchParams(location.search).get("channels") || "https://api.example.com/channels";
const signIn = new URLSearchParams(location.search).get("sign-in") || "https://api.example.com/sign-in";

function Programme() {
  const [next, setNext] = useState({ title: "News" });
  return <p>Next: {next.title} <button onClick={() => setNext(undefined)}>What comes then?</button></p>;
}

function App() {
  const [speaks, setSpeaks] = useState(plainly);
  return (
    <PlainlyProvider plainly={speaks}>
      <label>
        Language{" "}
        <select defaultValue={plainly.locale} onChange={({ target }) => setSpeaks(plainly.with({ locales: target.value }))}>
          <option value="en">English</option>
          <option value="ar">العربية</option>
          <option value="ja">日本語</option>
        </select>
      </label>
      <Channels address={address} />
      <SignIn address={signIn} />
      <section className="programme">
        <PlainlyBoundary><Programme /></PlainlyBoundary>
      </section>
    </PlainlyProvider>
  );
}

// A boundary shows what it caught: the console need not tell.
createRoot(document.querySelector("main"), { onCaughtError() {} }).render(
  <StrictMode>
    <QueryClientProvider client={client}><App /></QueryClientProvider>
  </StrictMode>,
);
