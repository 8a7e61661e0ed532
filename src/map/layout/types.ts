/** A line of the picture to be laid out; nodes are numbers from 0. `weight` says how much it counts. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Left upper corner and height. */
export interface Box extends Point {
  readonly height: number;
}

/** The boxes, and for every arc the points its line passes. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly routes: readonly (readonly Point[])[];
}
