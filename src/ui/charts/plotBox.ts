/** The measures of a signal's picture in pixels. All charts of a screen have the same, so that one time is one place. */
export const PLOT = { height: 152, axisWidth: 68, axisHeight: 24, right: 12, top: 8 } as const

/** How wide the part of a picture is in which lines are drawn. */
export const plotWidth = (width: number): number => Math.max(1, width - PLOT.axisWidth - PLOT.right)
