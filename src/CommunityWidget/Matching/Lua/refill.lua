--[[
  Adds the threads that are missing, due now.
  Guarantee: those that are there stay as they are; run twice, nothing is there twice.
  KEYS  1 ages   2 later   3 marks
  ARGV  1 now   2 channel   3 who rings   4… thread and asked at, in turn
  Returns how many were missing.
]]
local ages, later, marks = KEYS[1], KEYS[2], KEYS[3]
local now, channel, ringer = ARGV[1], ARGV[2], ARGV[3]

local mark = redis.call('hincrby', marks, 'counter', 1)
local added = 0
for i = 4, #ARGV, 2 do
  local thread, asked_at = ARGV[i], ARGV[i + 1]
  if redis.call('zadd', ages, 'NX', asked_at, thread) == 1 then
    redis.call('zadd', later, now, thread)
    redis.call('hset', marks, thread, mark)
    added = added + 1
  end
end
if added > 0 then redis.call('publish', channel, ringer) end
return added
