// A form, and what is wrong with what was typed: the notice stands beside the input, which has the focus again.

import { useMutation } from "@tanstack/react-query";
import { Notice } from "plainly/react";
import { useRef } from "react";
import { ask } from "./api.js";

export function SignIn({ address }) {
  const password = useRef(null);
  const { error, mutate } = useMutation({ mutationFn: (body) => ask(address, { method: "POST", body }) });
  const submit = (event) => {
    event.preventDefault();
    mutate(new FormData(event.target));
  };
  return (
    <form onSubmit={submit}>
      <h2>Sign in</h2>
      <label>Password <input ref={password} name="password" type="password" /></label>
      <Notice error={error} beside={password} modal={false} />
      <button>Sign in</button>
    </form>
  );
}
