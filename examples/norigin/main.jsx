// React with Norigin Spatial Navigation: a list of channels, of which one is asked for by OK.

import { FocusContext, init, useFocusable } from "@noriginmedia/norigin-spatial-navigation";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "./notices.js";
import "./style.css";

const address = new URLSearchParams(location.search).get("play") || "https://api.example.com/play";

// With the focus of the page where the navigation's is, a notice knows whom to give it back to.
init({ shouldFocusDOMNode: true });

function Channel({ name, choose }) {
  const { ref, focused } = useFocusable({ onEnterPress: choose });
  return <button ref={ref} type="button" className={focused ? "focused" : ""} onClick={choose}>{name}</button>;
}

function App() {
  const { ref, focusKey, focusSelf } = useFocusable();
  const [playing, setPlaying] = useState("");
  useEffect(() => { focusSelf(); }, [focusSelf]);
  return (
    <FocusContext.Provider value={focusKey}>
      <h1>Channels</h1>
      <div ref={ref}>
        {["News", "Films", "Sports"].map((name) => <Channel key={name} name={name} choose={() => ask(address, () => setPlaying(name))} />)}
      </div>
      <p role="status">{playing && `Now playing: ${playing}`}</p>
    </FocusContext.Provider>
  );
}

createRoot(document.querySelector("main")).render(<App />);
