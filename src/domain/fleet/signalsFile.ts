import * as v from 'valibot'
import { MAPPABLE_SIGNALS } from '#src/domain/signals/mappedSignal.ts'
import { describe, LABEL } from './fieldShapes.ts'

/** A name as a page may have it: Prometheus' own rule, and the dots, dashes and slashes of expvar and OpenTelemetry. */
const METRIC = v.pipe(v.string('metric'), v.regex(/^[a-zA-Z_:][\w:./-]{0,299}$/, 'metric'))

const LABEL_VALUE = v.pipe(v.string('labelValue'), v.maxLength(1000, 'labelValue'))
const LABEL_VALUES = v.union(
  [LABEL_VALUE, v.pipe(v.array(LABEL_VALUE, 'labelValue'), v.minLength(1, 'labelValue'))],
  'labelValue',
)

const MAPPED = v.union(
  [
    METRIC,
    v.object(
      {
        metric: describe(METRIC, 'The name of the metric, or of the histogram or summary.'),
        labels: v.optional(
          describe(
            v.record(v.string(), LABEL_VALUES, 'object'),
            'Which of its series are meant: by each label one value, or a list of them. All when left out, added up.',
          ),
        ),
        of: v.optional(
          describe(
            LABEL,
            'A label: of its values the one nearest its limit is taken, else the highest, in place of the sum.',
          ),
        ),
        per: v.optional(
          describe(
            METRIC,
            'What it is a share of, such as all requests where the metric counts failed ones.',
          ),
        ),
        scale: v.optional(
          describe(
            v.pipe(v.number('scale'), v.gtValue(0, 'scale'), v.maxValue(1e12, 'scale')),
            "What a value is multiplied by to be in the signal's unit: 0.001 for milliseconds.",
          ),
        ),
        boundMetric: v.optional(describe(METRIC, 'The metric that tells its limit, in the same unit.')),
      },
      'mapped',
    ),
  ],
  'mapped',
)

/** Which metrics of one's own tell canonical signals. */
export const MAPPED_SIGNALS = v.record(v.picklist(MAPPABLE_SIGNALS, 'mappable'), MAPPED, 'object')

export type MappedSignalsFile = v.InferOutput<typeof MAPPED_SIGNALS>
