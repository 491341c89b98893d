// plainly/react, as an app's components use it. Each line below an @ts-expect-error must not compile.

import { StrictMode, useRef, type ReactNode } from "react";
import { load, type Explainer, type Notice as NoticeData, type Plainly } from "plainly";
import { Notice, PlainlyBoundary, PlainlyProvider, useCountdown, useNotice, usePlainly } from "plainly/react";
import type { ShownCall } from "plainly/screen";

declare const plainly: Plainly;
declare const call: ShownCall;
declare const failed: { error: Error | null; refetch(): Promise<unknown> };

export function App({ children }: { children: ReactNode }) {
  return (
    <StrictMode>
      <PlainlyProvider plainly={load({ locales: "ar" })} handlers={{ sign_in: (action, notice) => console.log(action.label, notice.title) }}>
        <PlainlyBoundary onReset={() => undefined}>{children}</PlainlyBoundary>
      </PlainlyProvider>
      <PlainlyProvider plainly={plainly.with({ locales: "ja" })} />
      <PlainlyProvider plainly={undefined} handlers={undefined}>text</PlainlyProvider>
    </StrictMode>
  );
}

export function Parts() {
  const input = useRef<HTMLInputElement>(null);
  const speaking: Explainer | undefined = usePlainly();
  const notice: NoticeData | undefined = useNotice(failed.error);
  const countdown = useCountdown(notice, call);
  const words: string | undefined = countdown?.words;
  const share: number | undefined = countdown?.share;
  return (
    <form lang={speaking?.locale}>
      <input ref={input} title={words} size={share} />
      <Notice error={failed.error} beside={input} handlers={{ retry: () => void failed.refetch() }} />
      <Notice notice={notice} call={call} theme="television" modal={false} onClose={(left) => console.log(left.reason)} onAction={({ kind }, { code }) => console.log(kind, code)} />
      <Notice error={notice} beside={document.body} keys={false} online={() => true} speak={(text, politeness) => console.log(text, politeness)} />
      {/* @ts-expect-error a notice is no text */}
      <Notice notice="something went wrong" />
      {/* @ts-expect-error the provider's explainer speaks */}
      <Notice error={failed.error} plainly={plainly} />
      {/* @ts-expect-error no such action */}
      <Notice error={failed.error} handlers={{ retyr: () => undefined }} />
    </form>
  );
}

// @ts-expect-error an explainer is wanted
export const none = <PlainlyProvider>text</PlainlyProvider>;
// @ts-expect-error it may not be there yet
export const locale: string = usePlainly().locale;
