// A list of channels, drawn by Blits. OK asks for the chosen one.

import Blits from "@lightningjs/blits";
import { ask, shows } from "./notices.js";

const address = new URLSearchParams(location.search).get("play") || "https://api.example.com/play";

const Channel = Blits.Component("Channel", {
  template: `
    <Element w="600" h="90" :color="$chosen ? '#ffffff' : '#353943'">
      <Text :content="$name" x="30" y="20" size="40" :color="$chosen ? '#0b0c10' : '#f4f5f8'" />
    </Element>
  `,
  props: ["name", "chosen"],
});

export const App = Blits.Application({
  components: { Channel },
  template: `
    <Element w="1920" h="1080" color="#0b0d12">
      <Text content="Channels" x="96" y="60" size="72" />
      <Channel name="News" x="96" y="200" :chosen="$at === 0" />
      <Channel name="Films" x="96" y="310" :chosen="$at === 1" />
      <Channel name="Sports" x="96" y="420" :chosen="$at === 2" />
      <Text :content="$playing" x="96" y="560" size="40" />
    </Element>
  `,
  state() {
    return { at: 0, playing: "" };
  },
  input: {
    // All keys come through here first; none goes further while a notice is shown.
    intercept(event) {
      return shows() ? undefined : event;
    },
    up() {
      this.at = Math.max(0, this.at - 1);
    },
    down() {
      this.at = Math.min(2, this.at + 1);
    },
    enter() {
      const name = ["News", "Films", "Sports"][this.at];
      ask(address, () => { this.playing = `Now playing: ${name}`; });
    },
  },
});
