import { execFileSync } from "node:child_process";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { temporaryDirectory } from "../hub-process.ts";

/** A disk of its own that is quickly full. */
export interface SmallDisk {
	directory: string;
	/** Takes all that is left. */
	fill(): Promise<void>;
	/** Gives back what `fill` took. */
	free(): Promise<void>;
	unmount(): void;
}

const sizeMb = 2;

/** Mounts a small disk in memory, or says why it cannot be. */
export async function mountSmallDisk(): Promise<SmallDisk | { cannot: string }> {
	if (process.platform !== "linux") return { cannot: "a disk in memory is mounted on Linux alone" };
	const directory = await temporaryDirectory();
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeMb}m`, "motcua-test", directory], {
			stdio: "pipe",
		});
	} catch (error) {
		return { cannot: `this user may not mount a disk: ${String(error).trim()}` };
	}
	const ballast = join(directory, "ballast");
	return {
		directory,
		async fill() {
			const file = await open(ballast, "w");
			try {
				const page = Buffer.alloc(4096);
				for (;;) await file.write(page);
			} catch (error) {
				if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
			} finally {
				await file.close();
			}
		},
		free: () => rm(ballast),
		unmount() {
			execFileSync("umount", [directory], { stdio: "pipe" });
		},
	};
}
