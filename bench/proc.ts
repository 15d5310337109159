import { readFile } from "node:fs/promises";

/** How `/proc` counts the processor's time: less than this it does not show. */
export const tickMs = 10;

/** The memory that a process holds. Throws where the system does not say. */
export async function residentBytes(pid: number | undefined): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, "utf8");
	const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
	if (kib === undefined)
		throw new Error("this system does not say how much memory a process holds");
	return Number(kib) * 1024;
}

/** The processor's time that a process has taken, all its threads together, in milliseconds. */
export function processorMs(pid: number): Promise<number> {
	return takenMs(`/proc/${pid}/stat`);
}

/** The same of its main thread alone, which bears the process's number. */
export function mainThreadMs(pid: number): Promise<number> {
	return takenMs(`/proc/${pid}/task/${pid}/stat`);
}

/** Fields 14 and 15 are its own and the system's time for it, in ticks. (proc_pid_stat(5)) */
async function takenMs(file: string): Promise<number> {
	const stat = await readFile(file, "utf8");
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
