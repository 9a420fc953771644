'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const againMs = 2_000;

/** Has the server render the page again and again, for as long as this stands on it. */
export function CountAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), againMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
