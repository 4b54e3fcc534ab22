export function greet(name: string): string {
  console.log('greeting', name);
  return `Hello, ${name}`;
}
