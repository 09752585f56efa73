--[[
  Adds a waiting thread, or moves its due time; counts as a wake.
  Guarantee: a thread that is there keeps its age; a claim made before does not put it off.
  KEYS  1 ages (sorted set: thread, asked at)   2 later (sorted set: thread, due at)
        3 ready (sorted set: thread, asked at)  4 marks (hash: counter, thread's own mark)
  ARGV  1 thread   2 asked at   3 due at   4 channel   5 who rings
  Returns nothing.
]]
local ages, later, ready, marks = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local thread, asked_at, due_at, channel, ringer = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]

redis.call('hset', marks, thread, redis.call('hincrby', marks, 'counter', 1))
redis.call('zadd', ages, 'NX', asked_at, thread)
redis.call('zrem', ready, thread)
redis.call('zadd', later, due_at, thread)
redis.call('publish', channel, ringer)
