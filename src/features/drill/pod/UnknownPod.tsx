import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { NamesOfPods } from './NamesOfPods.tsx'

const words = englishLayers.unknown

/** A name in an address may be of any length. */
const MOST = 120
const short = (name: string): string => (name.length > MOST ? `${name.slice(0, MOST)}…` : name)

type Props = {
  readonly service: string
  readonly pod: string
  readonly pods: readonly string[] | null
}

/** An address of a pod that nobody knows: which were probably meant. */
export function UnknownPod({ service, pod, pods }: Props) {
  const title = pods === null ? words.service(short(service)) : words.pod(short(pod), short(service))
  return (
    <main>
      <Notice title={title} whole>
        {pods !== null && <p>{words.old}</p>}
        <NamesOfPods service={service} wanted={pod} pods={pods} />
      </Notice>
    </main>
  )
}
