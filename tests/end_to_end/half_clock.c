/* Halves the monotonic clock under a program, from its start on: cc -shared -fPIC half_clock.c -o half_clock.so -ldl
 *
 * LD_PRELOAD=half_clock.so PROGRAM. What waits until a moment of that clock waits for the true one, so that sleeping
 * and locks with a time limit still work. The time of day and all waits of a length stay as they are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <time.h>

#define SECOND 1000000000LL

static int is_monotonic(clockid_t clock) {
    return clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_RAW || clock == CLOCK_MONOTONIC_COARSE ||
           clock == CLOCK_BOOTTIME;
}

static int64_t nanoseconds(const struct timespec *time) { return time->tv_sec * SECOND + time->tv_nsec; }

static struct timespec timespec_of(int64_t time) { return (struct timespec){time / SECOND, time % SECOND}; }

static int true_time(clockid_t clock, struct timespec *time) {
    static int (*gettime)(clockid_t, struct timespec *);
    if (!gettime) gettime = dlsym(RTLD_NEXT, "clock_gettime");
    return gettime(clock, time);
}

static int64_t began(void) {
    static int64_t first;
    if (!first) {
        struct timespec now;
        true_time(CLOCK_MONOTONIC, &now);
        first = nanoseconds(&now);
    }
    return first;
}

/* Returns the true moment of a moment of the halved clock. */
static struct timespec true_moment(const struct timespec *told) {
    return timespec_of(began() + 2 * (nanoseconds(told) - began()));
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int64_t first = began();
    int failed = true_time(clock, time);
    if (!failed && is_monotonic(clock)) *time = timespec_of(first + (nanoseconds(time) - first) / 2);
    return failed;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *until, struct timespec *rest) {
    static int (*nanosleep_on)(clockid_t, int, const struct timespec *, struct timespec *);
    if (!nanosleep_on) nanosleep_on = dlsym(RTLD_NEXT, "clock_nanosleep");
    if (!is_monotonic(clock) || !(flags & TIMER_ABSTIME)) return nanosleep_on(clock, flags, until, rest);
    struct timespec moment = true_moment(until);
    return nanosleep_on(clock, flags, &moment, rest);
}

int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *until) {
    static int (*wait_on)(sem_t *, clockid_t, const struct timespec *);
    if (!wait_on) wait_on = dlsym(RTLD_NEXT, "sem_clockwait");
    struct timespec moment = is_monotonic(clock) ? true_moment(until) : *until;
    return wait_on(semaphore, clock, &moment);
}

int pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock,
                           const struct timespec *until) {
    static int (*wait_on)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
    if (!wait_on) wait_on = dlsym(RTLD_NEXT, "pthread_cond_clockwait");
    struct timespec moment = is_monotonic(clock) ? true_moment(until) : *until;
    return wait_on(condition, mutex, clock, &moment);
}
