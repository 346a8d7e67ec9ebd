/**
 * Solves a symmetric, positive definite system by elimination with pivots. `matrix` and `right` are used up.
 * Null for a matrix that is singular to double precision.
 */
export function solve(matrix: number[][], right: number[]): number[] | null {
  const size = right.length
  for (let column = 0; column < size; column++) {
    if (!eliminate(matrix, right, column)) return null
  }
  const solution = Array.from({ length: size }, () => 0)
  for (let i = size - 1; i >= 0; i--) {
    const row = matrix[i] ?? []
    const known = solution.reduce((sum, value, j) => (j > i ? sum + value * (row[j] ?? 0) : sum), 0)
    solution[i] = ((right[i] ?? 0) - known) / (row[i] ?? 1)
  }
  return solution
}

const SINGULAR = 1e-12

function eliminate(matrix: number[][], right: number[], column: number): boolean {
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0
  toFront(matrix, right, column)
  const pivot = at(column, column)
  if (Math.abs(pivot) <= SINGULAR * Math.max(...(matrix[column] ?? [0]).map(Math.abs), Number.MIN_VALUE))
    return false
  for (let i = column + 1; i < right.length; i++) {
    const factor = at(i, column) / pivot
    matrix[i] = (matrix[i] ?? []).map((value, j) => value - factor * at(column, j))
    right[i] = (right[i] ?? 0) - factor * (right[column] ?? 0)
  }
  return true
}

/** Brings the row with the largest value in a column to where the elimination stands. */
function toFront(matrix: number[][], right: number[], column: number): void {
  const sizeOf = (i: number): number => Math.abs(matrix[i]?.[column] ?? 0)
  let largest = column
  for (let i = column + 1; i < right.length; i++) if (sizeOf(i) > sizeOf(largest)) largest = i
  const [upper, lower] = [matrix[column] ?? [], matrix[largest] ?? []]
  const [above, below] = [right[column] ?? 0, right[largest] ?? 0]
  matrix[column] = lower
  matrix[largest] = upper
  right[column] = below
  right[largest] = above
}
