/** Whether a request of this method only reads. */
export function isReading(method: string): boolean {
	return method === "GET" || method === "HEAD" || method === "OPTIONS";
}
