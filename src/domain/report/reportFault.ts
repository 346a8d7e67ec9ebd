/** Why a file is no report and no handover that can be used. */
export type ReportFault =
  | { readonly kind: 'too-large'; readonly most: number }
  /** Line and column from 1. */
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number; readonly endsEarly: boolean }
  /** JSON of something else. */
  | { readonly kind: 'other' }
  /** A report alone, where a handover was asked for. */
  | { readonly kind: 'no-handover' }
  /** Written by a newer build. */
  | { readonly kind: 'newer'; readonly version: number }
  /** `place`: as `report.sections.2.rows.0.name`. `expected`: what should be there. */
  | { readonly kind: 'faulty'; readonly place: string; readonly expected: string }
