// Types of the global that `plainly/tv` and its scripts of packs and catalogs make.

import type { Catalog, dispatch, FailedCall, Fault, LocalePack, Options, PlainlyAtOnce } from "./index.js";
import type { qr } from "./qr.js";
import type * as Retry from "./retry.js";
import type * as Screen from "./screen.js";

declare global {
  var plainly: {
    /** Opens an explainer at once, in English, a language of `locales` or one of `options.packs`. `options.wasm` is not looked at. */
    create(options?: Options): PlainlyAtOnce;
    /** Every fault of a locale pack or catalog, with its place; empty when there is none. */
    validate(data: LocalePack | Catalog | Options): Fault[];
    /** What does what a viewer chooses of a notice. */
    dispatch: typeof dispatch;
    /** A call that failed, as an error. */
    FailedCall: typeof FailedCall;
    /** What `plainly/retry` has for televisions. */
    retry: Omit<typeof Retry, "apolloRetry" | "axiosRetry" | "kyRetry" | "rtkRetry" | "tanstackRetry">;
    /** What draws notices, where the script `plainly/tv/screen.js` came too; its theme is `"television"` unless another is stated. */
    screen: typeof Screen;
    /** Of the script `plainly/tv/qr.js`: see `plainly/qr`. */
    qr?: typeof qr;
    /** The packs of the scripts `plainly/tv/locales/<tag>.js`, by tag. */
    locales: Record<string, LocalePack>;
    /** The catalogs of the scripts `plainly/tv/catalogs/<name>.js`, by name. */
    catalogs: Record<string, Catalog>;
  };
}
