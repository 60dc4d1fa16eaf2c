const ROWS = Array.from({ length: 50 }, (_, index) => ({
  id: 10_000 + index,
  name: `Customer ${index}`,
  email: `contact-${index}@example.com`,
  country: ["US", "DE", "FR", "CA"][index % 4],
}));

/** Fifty rows, made anew for each request: the least that a page with a list costs in Next. */
export default function Page() {
  return (
    <main>
      <h1>Customers</h1>
      <table>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row.id}>
              <td>
                <a href={`/${row.id}`} data-row-link="">
                  {row.name}
                </a>
              </td>
              <td>{row.email}</td>
              <td>{row.country}</td>
              <td>{new Date().toISOString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
