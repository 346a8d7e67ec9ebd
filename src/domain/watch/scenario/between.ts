type Point = readonly [x: number, y: number]

/** Straight lines between points that are given in order; before the first and after the last their own value. */
export const between =
  (first: Point, ...others: readonly Point[]) =>
  (x: number): number => {
    let [fromX, fromY] = first
    if (x <= fromX) return fromY
    for (const [toX, toY] of others) {
      if (x <= toX) return fromY + ((toY - fromY) * (x - fromX)) / (toX - fromX)
      ;[fromX, fromY] = [toX, toY]
    }
    return fromY
  }
