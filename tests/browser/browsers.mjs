// Starts the browsers of this machine, headless, through their own drivers. Downloads nothing.

import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import selenium from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

const { Builder, logging } = selenium;
const cache = process.env.PLAINLY_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "plainly");
const path = [join(cache, "tools/bin"), ...(process.env.PATH || "").split(delimiter), "/usr/bin"];

function find(...names) {
  for (const name of names) {
    for (const folder of path) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  throw new Error(`${names[0]} is not on this machine; run: tools/setup/setup.sh browsers`);
}

/** What a driver hands on to its browser: all that is here, and which fonts there are. */
const environment = (fonts) => ({ ...process.env, ...(fonts && { FONTCONFIG_FILE: fonts }) });

async function startChromium(fonts) {
  const service = new chrome.ServiceBuilder(find("chromedriver")).setEnvironment(environment(fonts));
  const errors = new logging.Preferences();
  errors.setLevel(logging.Type.BROWSER, logging.Level.SEVERE);
  const options = new chrome.Options()
    .setChromeBinaryPath(find("chromium", "google-chrome", "chrome"))
    .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--lang=en-US",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1920,1080")
    .setUserPreferences({ "intl.accept_languages": "en-US" });
  options.setLoggingPrefs(errors);
  options.set("webSocketUrl", true);
  return new Builder().disableEnvironmentOverrides().forBrowser("chrome").setChromeService(service).setChromeOptions(options).build();
}

async function startFirefox(fonts) {
  const service = new firefox.ServiceBuilder(find("geckodriver")).setEnvironment(environment(fonts));
  const options = new firefox.Options()
    .setBinary(find("firefox-esr", "firefox"))
    .addArguments("-headless", "--width=1920", "--height=1080")
    .setPreference("intl.accept_languages", "en-US, en");
  // Its sandbox hides fonts that are not where the system's are.
  if (fonts) options.setPreference("security.sandbox.content.read_path_whitelist", join(dirname(fonts), "/"));
  options.set("webSocketUrl", true);
  return new Builder().disableEnvironmentOverrides().forBrowser("firefox").setFirefoxService(service).setFirefoxOptions(options).build();
}

/** chromedriver now and then goes on while a page is still read, and whoever asks it then sees half of it. */
function whole(driver) {
  const get = driver.get.bind(driver);
  driver.get = async (address) => {
    await get(address);
    await driver.wait(() => driver.executeScript("return document.readyState === 'complete'"), 60_000, `${address} is not read to its end`);
  };
  return driver;
}

/** A browser now and then exits while it starts on a busy machine; three times in a row it is broken. */
const patient = (start) => (fonts) => {
  const again = () => start(fonts).then(whole);
  return again().catch(again).catch(again);
};

/** `start(fonts)`: `fonts` is the path of a fontconfig file, for other fonts than this machine's. */
export const browsers = [
  { name: "Chromium", start: patient(startChromium) },
  { name: "Firefox", start: patient(startFirefox) },
];
