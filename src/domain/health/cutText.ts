/** No message, detail or log entry is kept beyond this: one part of one pod must not fill the memory. */
export const TEXT_CAP = 2000

/** The text, or its first characters and an ellipsis where it is longer than `cap` UTF-16 units. */
export const cutText = (text: string, cap: number = TEXT_CAP): string => {
  if (text.length <= cap) return text
  const end = cap - 1
  // A surrogate pair is never cut in two.
  const last = text.charCodeAt(end - 1)
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? end - 1 : end)}…`
}

/** The text on one line: every run of white space becomes one blank. */
export const oneLine = (text: string, cap: number = TEXT_CAP): string =>
  cutText(
    text
      .slice(0, cap * 4)
      .replaceAll(/\s+/g, ' ')
      .trim(),
    cap,
  )
