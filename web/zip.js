// One zip of files that are given one after the other, packed in pieces between the frames. The packer (fflate) is fetched when the first file comes.
// Must not know: what is in a file, where the zip goes.
const LEVEL = 6;
const PIECE = 256 * 1024; // about 10 ms of packing on a slow laptop

const pause = () => new Promise((resolve) => setTimeout(resolve));

export class Zip {
  constructor() {
    this.files = []; // kept only while there is no packer
    this.pieces = [];
    this.waiting = 0;
    this.done = Promise.resolve();
  }

  get busy() {
    return this.waiting > 0;
  }

  add(name, bytes) {
    this.waiting += 1;
    this.packer ??= import('./fflate.js').catch(() => null);
    this.done = this.done.then(() => this.pack(name, bytes)).finally(() => { this.waiting -= 1; });
  }

  async pack(name, bytes) {
    const packer = await this.packer;
    if (!packer) {
      this.files.push({ name, bytes });
      return;
    }
    this.zip ??= new packer.Zip((error, piece) => { if (!error) this.pieces.push(piece); });
    const entry = new packer.ZipDeflate(name, { level: LEVEL }); // the variant without workers: the policy of the page allows none made from text
    this.zip.add(entry);
    for (let at = 0; at < bytes.length || at === 0; at += PIECE) {
      entry.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      await pause();
    }
  }

  // The whole zip, or null when there is no packer: the files are then in `files`.
  async finish() {
    await this.done;
    if (!this.zip) return null;
    this.zip.end();
    return new Blob(this.pieces, { type: 'application/zip' });
  }
}
