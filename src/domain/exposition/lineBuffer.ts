import { LINE_FEED } from './ascii.ts'
import type { PageWalk } from './pageWalk.ts'
import { SCAN_PADDING } from './wordScan.ts'

/** A longer line is skipped as a faulty one. */
export const LONGEST_LINE = 1 << 20

const SLICE = 1 << 16
const FIRST_ROOM = 1 << 12

/**
 * Cuts the chunks of a page into complete lines for a walk. Lines are walked where they lie in the chunk;
 * only those cut by a chunk's end are copied, so no more than a slice's tail or one line is ever held.
 */
export class LineBuffer {
  /** Bytes of the page up to where the walk has come. */
  walked = 0
  private readonly target: PageWalk
  private room = new Uint8Array(FIRST_ROOM + SCAN_PADDING)
  private held = 0
  // Behind the start of a line that was too long, before its line feed.
  private skipping = false

  constructor(target: PageWalk) {
    this.target = target
  }

  /** Takes the next bytes, however they are cut, until the walk stops. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && this.target.stopped === null; from += SLICE) {
      this.slice(chunk.subarray(from, from + SLICE))
    }
  }

  /** Walks a last line that has no line feed. */
  end(): void {
    if (this.held > 0 && this.target.stopped === null) this.finishLine(LAST_LINE_FEED)
  }

  private slice(bytes: Uint8Array): void {
    const start = this.startOfLine(bytes)
    if (this.target.stopped !== null || start >= bytes.length) return
    const cut = bytes.lastIndexOf(LINE_FEED, -1 - SCAN_PADDING)
    const from = cut < start ? start : cut + 1
    if (from > start) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      this.walked += this.target.walk(view, start, from) - start
    }
    if (this.target.stopped === null) this.holdTail(bytes.subarray(from))
  }

  // Ends the line that earlier chunks have begun; answers where the next one starts.
  private startOfLine(bytes: Uint8Array): number {
    if (this.held === 0 && !this.skipping) return 0
    const feed = bytes.indexOf(LINE_FEED)
    const part = feed < 0 ? bytes : bytes.subarray(0, feed + 1)
    if (this.skipping) {
      this.walked += part.length
      this.skipping = feed < 0
    } else if (feed < 0) this.goOn(part)
    else this.finishLine(part)
    return part.length
  }

  private goOn(part: Uint8Array): void {
    if (this.held + part.length > LONGEST_LINE) this.dropLine(part.length, true)
    else this.hold(part)
  }

  private finishLine(part: Uint8Array): void {
    if (this.held + part.length - 1 > LONGEST_LINE) this.dropLine(part.length, false)
    else {
      this.hold(part)
      this.walkHeld(this.held)
    }
  }

  private dropLine(more: number, skipping: boolean): void {
    this.target.tooLong(new DataView(this.room.buffer), this.held)
    this.walked += this.held + more
    this.held = 0
    this.skipping = skipping
  }

  // The last lines of a slice are walked here, where there is padding behind them.
  private holdTail(tail: Uint8Array): void {
    this.hold(tail)
    const lines = tail.lastIndexOf(LINE_FEED) + 1
    if (lines > 0) this.walkHeld(lines)
  }

  private walkHeld(to: number): void {
    this.walked += this.target.walk(new DataView(this.room.buffer), 0, to)
    this.room.copyWithin(0, to, this.held)
    this.held -= to
  }

  private hold(part: Uint8Array): void {
    const needed = this.held + part.length + SCAN_PADDING
    if (needed > this.room.length) {
      const larger = new Uint8Array(Math.max(needed, this.room.length * 2))
      larger.set(this.room.subarray(0, this.held))
      this.room = larger
    }
    this.room.set(part, this.held)
    this.held += part.length
  }
}

const LAST_LINE_FEED = Uint8Array.of(LINE_FEED)
