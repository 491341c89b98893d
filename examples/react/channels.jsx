// A list from a server, or what is wrong with it.

import { useQuery } from "@tanstack/react-query";
import { Notice } from "plainly/react";
import { ask, callOf } from "./api.js";

export function Channels({ address }) {
  const { data, error, isFetching, refetch } = useQuery({ queryKey: ["channels", address], queryFn: () => ask(address) });
  return (
    <section className="channels" aria-busy={isFetching}>
      <h2>Channels</h2>
      <ul>{data && data.map((name) => <li key={name}>{name}</li>)}</ul>
      <Notice error={error} call={callOf(error)} handlers={{ retry: () => void refetch() }} modal={false} />
    </section>
  );
}
