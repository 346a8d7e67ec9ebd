/** What a worker tells the others of this browser that keep the same log: keys of events that it has written. */
export type LogHint = readonly string[]

/** A way to all other workers that opened the same name; they hear of everything but what they said themselves. */
export type LogHints = (
  name: string,
  hear: (hint: LogHint) => void,
) => { readonly say: (hint: LogHint) => void; readonly close: () => void }

const isHint = (data: unknown): data is LogHint =>
  Array.isArray(data) && data.every((key) => typeof key === 'string')

/** Over a BroadcastChannel: between tabs, and between workers of two builds. Null where the browser has none. */
export function browserHints(): LogHints | null {
  if (!('BroadcastChannel' in globalThis)) return null
  return (name, hear) => {
    const channel = new BroadcastChannel(name)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isHint(data)) hear(data)
    })
    return { say: (hint) => channel.postMessage(hint), close: () => channel.close() }
  }
}
