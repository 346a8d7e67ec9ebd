/**
 * Solves a symmetric, positive definite system by elimination with pivots. `matrix` is told row by row; it and `right` are
 * used up. Null for a matrix that is singular to double precision. Arrays of one kind of number, and none made on the way:
 * a history that is told anew asks for hundreds of daily curves.
 */
export function solve(matrix: Float64Array, right: Float64Array): number[] | null {
  const size = right.length
  for (let column = 0; column < size; column++) {
    if (!eliminate(matrix, right, column)) return null
  }
  const solution = Array.from({ length: size }, () => 0)
  for (let i = size - 1; i >= 0; i--) {
    let known = 0
    for (let j = i + 1; j < size; j++) known += (solution[j] ?? 0) * (matrix[i * size + j] ?? 0)
    solution[i] = ((right[i] ?? 0) - known) / (matrix[i * size + i] ?? 1)
  }
  return solution
}

const SINGULAR = 1e-12

function eliminate(matrix: Float64Array, right: Float64Array, column: number): boolean {
  const size = right.length
  toFront(matrix, right, column)
  const above = column * size
  const pivot = matrix[above + column] ?? 0
  if (Math.abs(pivot) <= SINGULAR * largestIn(matrix, above, size)) return false
  for (let i = column + 1; i < size; i++) {
    const row = i * size
    const factor = (matrix[row + column] ?? 0) / pivot
    for (let j = 0; j < size; j++)
      matrix[row + j] = (matrix[row + j] ?? 0) - factor * (matrix[above + j] ?? 0)
    right[i] = (right[i] ?? 0) - factor * (right[column] ?? 0)
  }
  return true
}

function largestIn(matrix: Float64Array, from: number, size: number): number {
  let largest = Number.MIN_VALUE
  for (let j = from; j < from + size; j++) largest = Math.max(largest, Math.abs(matrix[j] ?? 0))
  return largest
}

/** Brings the row with the largest value in a column to where the elimination stands. */
function toFront(matrix: Float64Array, right: Float64Array, column: number): void {
  const size = right.length
  const sizeOf = (i: number): number => Math.abs(matrix[i * size + column] ?? 0)
  let largest = column
  for (let i = column + 1; i < size; i++) if (sizeOf(i) > sizeOf(largest)) largest = i
  if (largest === column) return
  for (let j = 0; j < size; j++) swap(matrix, column * size + j, largest * size + j)
  swap(right, column, largest)
}

function swap(numbers: Float64Array, i: number, j: number): void {
  const kept = numbers[i] ?? 0
  numbers[i] = numbers[j] ?? 0
  numbers[j] = kept
}
