import { DatabaseError } from 'pg';

const deadlockDetected = '40P01';

/**
 * Runs a transaction again that PostgreSQL ended to untie a circle of locks: nothing of it has happened. After `most` times in a row the error
 * is thrown, as every other one is at once.
 */
export async function againOnDeadlock<T>(transaction: () => Promise<T>, most = 8): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await transaction();
    } catch (error) {
      const isDeadlock = error instanceof DatabaseError && error.code === deadlockDetected;
      if (!isDeadlock || time >= most) throw error;
    }
  }
}
