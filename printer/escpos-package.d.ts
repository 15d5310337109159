/** The little that is used of the untyped package. */
declare module "escpos" {
	/** Where an assembled command stream goes. */
	export interface Adapter {
		open(done: (error: Error | null) => void): void;
		write(bytes: Buffer, done: (error: Error | null) => void): void;
		close(done: (error: Error | null) => void): void;
	}

	export class Printer {
		constructor(adapter: Adapter);
		/** `init` is ESC @. */
		hardware(command: "init"): this;
		raw(bytes: Buffer): this;
		/** Hands all that was gathered to the adapter's `write`, which must be done with it when it calls back. */
		flush(done: (error: Error | null) => void): this;
	}
}
