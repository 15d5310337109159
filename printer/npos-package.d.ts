/** The little that is used, in tests, of the untyped package. */
declare module "npos" {
	/** A command as it stands in the stream; `fn` is what comes after ESC or GS. */
	export interface CommandNode {
		ascii: string;
		fn?: string;
		offset: number;
		length: number;
	}

	export const parser: (rules?: object) => {
		analyze(raw: Buffer): { error?: Error; tree: CommandNode[] | null };
	};

	export const codecs: {
		raster: {
			/** Where a node has a width and a height (in dots), `offset` is that of its first row. */
			decode(
				raw: Buffer,
				nodes: { offset: number; width?: number; height?: number }[],
			): { width: number; height: number; getPixel(x: number, y: number): number };
		};
	};
}
