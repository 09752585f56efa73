--[[
  Puts a claimed thread back until it is due again.
  Guarantee: one that was woken or enqueued since the claim stays due; one that was removed stays away.
  KEYS  1 ages   2 later   3 ready   4 marks
  ARGV  1 thread   2 the counter of wakes its claim came with   3 due at
  Returns 1 when it was put back.
]]
local ages, later, ready, marks = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local thread, claimed_at, due_at = ARGV[1], tonumber(ARGV[2]), ARGV[3]

if not redis.call('zscore', ages, thread) then return 0 end
local enqueued = tonumber(redis.call('hget', marks, thread) or '0')
local woken = tonumber(redis.call('hget', marks, 'woken') or '0')
if enqueued > claimed_at or woken > claimed_at then return 0 end

redis.call('zrem', ready, thread)
redis.call('zadd', later, due_at, thread)
return 1
