// Methods of typed arrays, which the oldest engines lack, as a library calls them; they take arrays too.

export function typedFill(list, value, from, to) {
  for (let at = from; at < to; at++) list[at] = value;
}

/** An array where the engine makes no other. */
export const typedMap = (list, change) => (list.map ? list.map(change) : Array.prototype.map.call(list, change));

export const typedSlice = (list, from, to) => (list.slice ? list.slice(from, to) : Array.prototype.slice.call(list, from, to));
