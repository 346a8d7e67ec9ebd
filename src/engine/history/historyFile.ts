import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { eachRow } from '#src/domain/series/binRing.ts'
import { type ByteReader, byteReader } from '#src/domain/series/byteReader.ts'
import { byteWriter } from '#src/domain/series/byteWriter.ts'
import type { HistoryBook } from '#src/domain/series/historyBook.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { type SealKind, type SealRefusal, seal, unseal } from '#src/domain/series/seal.ts'
import { packSlab, slabReader, type SlabTaking, type Span } from '#src/domain/series/slab.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Kept, Wanted } from './kept.ts'

/*
 * The file: a mark and a version, how many sections there are, then each with its length before it. The first are the
 * starts of all pods and the lights of all services as JSON, the others are slabs; each has its own checksum. Files of
 * version 1 have no lights.
 */
const FILE = 'MCE'
const VERSION = 2
const WITHOUT_LIGHTS = 1
const MARKS: SealKind = { letter: 'M', version: 1 }
const LIGHTS: SealKind = { letter: 'L', version: 1 }

/** Series in one section: packing their whole month takes some ten milliseconds. */
const PART = 250

const ALL: Span = { from: 0, to: Infinity }

function jsonSection(kind: SealKind, value: unknown): Uint8Array<ArrayBuffer> {
  const told = byteWriter(1024)
  told.text(JSON.stringify(value))
  return seal(kind, told.done())
}

/** Everything that is remembered of a fleet, its slopes aside, which follow from it: as one file. */
export async function exportHistory(
  { histories, marks, lights }: Kept,
  pause: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const sections = [jsonSection(MARKS, marks.save()), jsonSection(LIGHTS, lights.save())]
  const names = [...histories.names()]
  for (let from = 0; from < names.length; from += PART) {
    const slab = packSlab(histories, names.slice(from, from + PART), { fine: ALL, coarse: ALL })
    if (slab !== null) sections.push(slab)
    await pause()
  }
  const out = byteWriter(sections.reduce((sum, { length }) => sum + length + 4, 64))
  for (const letter of FILE) out.byte(letter.charCodeAt(0))
  out.byte(VERSION)
  out.u32(sections.length)
  for (const section of sections) {
    out.u32(section.length)
    out.bytes(section)
  }
  return out.done()
}

/** What an import has brought. */
export type Imported = {
  /** Series and bins that were in the file; bins that were seen here are kept as they are. */
  readonly series: number
  readonly bins: number
}

type Head = { readonly version: number; readonly sections: number }

function readHead(from: ByteReader): Result<Head, SealRefusal> {
  const mark = String.fromCharCode(from.byte(), from.byte(), from.byte())
  if (mark !== FILE) return err({ kind: 'foreign' })
  const version = from.byte()
  const isKnown = version === VERSION || version === WITHOUT_LIGHTS
  return isKnown ? ok({ version, sections: from.u32() }) : err({ kind: 'other-version', version })
}

function readJson(kind: SealKind, section: Uint8Array): Result<unknown, SealRefusal> {
  const body = unseal(kind, section)
  if (!body.ok) return body
  const json = parseJson(byteReader(body.value).text())
  return json.ok ? json : err({ kind: 'damaged' })
}

/** Hours that something came for have to be stored, too. */
function touchAll(from: HistoryBook, touched: HistoryBook): void {
  for (const name of from.names()) {
    const history = from.get(name)
    for (const ring of history === null ? [] : [history.fine, history.coarse])
      eachRow(ring, 0, Infinity, (bin) => touched.touch(bin * ring.width))
  }
}

/** The file was one of ours: what is strange within it was damaged. */
const withinFile = (refusal: SealRefusal): SealRefusal =>
  refusal.kind === 'foreign' ? { kind: 'damaged' } : refusal

type Sections = { readonly marks: unknown; readonly lights: unknown; readonly count: Imported }

async function readSections(
  from: ByteReader,
  { version, sections }: Head,
  aside: HistoryBook,
  taking: SlabTaking,
  pause: () => Promise<void>,
): Promise<Result<Sections, SealRefusal>> {
  const marks = readJson(MARKS, from.bytes(from.u32()))
  if (!marks.ok) return err(withinFile(marks.error))
  const hasLights = version !== WITHOUT_LIGHTS
  const lights = hasLights ? readJson(LIGHTS, from.bytes(from.u32())) : ok(lightBook().save())
  if (!lights.ok) return err(withinFile(lights.error))
  const readSlab = slabReader(aside, taking)
  let [series, bins] = [0, 0]
  for (let i = hasLights ? 2 : 1; i < sections && !from.isBroken(); i++) {
    const slab = readSlab(from.bytes(from.u32()))
    if (!slab.ok) return err(withinFile(slab.error))
    series += slab.value.series
    bins += slab.value.bins
    await pause()
  }
  const count = { series, bins }
  return from.isAtEnd() ? ok({ marks: marks.value, lights: lights.value, count }) : err({ kind: 'damaged' })
}

/**
 * Adds what `exportHistory` wrote, here or in another browser: as measured elsewhere, so that it never replaces what was
 * seen here. Nothing of the future is taken. A file that is damaged anywhere, of another version, or no such file at all
 * leaves everything as it was.
 */
export async function importHistory(
  bytes: Uint8Array,
  { histories, marks, lights }: Kept,
  { wants }: Pick<Wanted, 'wants'>,
  now: EpochMs,
  pause: () => Promise<void>,
): Promise<Result<Imported, SealRefusal>> {
  const from = byteReader(bytes)
  const head = readHead(from)
  if (!head.ok) return head
  const aside = histories.aside()
  const taking: SlabTaking = { until: now, asElsewhere: true, wants }
  const read = await readSections(from, head.value, aside, taking, pause)
  // The lights are tried first: where one of the two is not as it should be, nothing may be taken.
  const isSound = read.ok && lightBook().load(read.value.lights) && marks.load(read.value.marks)
  if (!isSound) {
    aside.dropAll()
    return read.ok ? err({ kind: 'damaged' }) : read
  }
  lights.load(read.value.lights)
  touchAll(aside, histories)
  histories.adopt(aside)
  return ok(read.value.count)
}
