/** Requests a second with `users` at once for `seconds`, spread over the clients. */
export async function throughput(clients, path, { users, seconds }) {
  const until = performance.now() + seconds * 1000;
  const times = [];
  await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      const client = clients[user % clients.length];
      while (performance.now() < until) {
        const { ms, status } = await client.send(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        times.push(ms);
      }
    }),
  );
  return { perSecond: times.length / seconds, times };
}
