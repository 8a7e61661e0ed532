/**
 * Queue of nodes with a changeable place: the least by `ranks` comes out first; of equal ones the least by `ties`, then
 * the first. Each node is in it at most once. Ranks are read where they stand: comparing by a function costs a call each.
 */
export class NodeHeap {
  private readonly nodes: Int32Array;
  private readonly place: Int32Array;
  private size = 0;

  constructor(
    private readonly ranks: Float64Array,
    private readonly ties?: Int32Array,
  ) {
    this.nodes = new Int32Array(ranks.length);
    this.place = new Int32Array(ranks.length).fill(-1);
  }

  private before(a: number, b: number): boolean {
    const one = this.ranks[a]!;
    const other = this.ranks[b]!;
    if (one !== other) return one < other;
    const tie = this.ties === undefined ? 0 : this.ties[a]! - this.ties[b]!;
    return tie === 0 ? a < b : tie < 0;
  }

  /** Adds the node, or moves it forward after its rank became less. */
  raise(node: number): void {
    let hole = this.place[node]!;
    if (hole < 0) hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.before(node, this.nodes[parent]!)) break;
      this.put(this.nodes[parent]!, hole);
      hole = parent;
    }
    this.put(node, hole);
  }

  /** Takes the least node out; -1 when there is none. */
  pop(): number {
    if (this.size === 0) return -1;
    const least = this.nodes[0]!;
    this.place[least] = -1;
    this.size -= 1;
    if (this.size > 0) this.sink(this.nodes[this.size]!);
    return least;
  }

  /** Takes all nodes out. */
  clear(): void {
    for (let i = 0; i < this.size; i++) this.place[this.nodes[i]!] = -1;
    this.size = 0;
  }

  private sink(node: number): void {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.before(this.nodes[child + 1]!, this.nodes[child]!)) child += 1;
      if (!this.before(this.nodes[child]!, node)) break;
      this.put(this.nodes[child]!, hole);
      hole = child;
    }
    this.put(node, hole);
  }

  private put(node: number, hole: number): void {
    this.nodes[hole] = node;
    this.place[node] = hole;
  }
}
