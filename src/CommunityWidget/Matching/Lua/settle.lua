--[[
  Puts a claimed thread back until it is due again.
  Guarantee: one that was woken or enqueued since the claim stays due; one that was removed stays away.
  KEYS  1 later   2 ready   3 marks
  ARGV  1 thread   2 the counter of wakes its claim came with   3 due at
  Returns 1 when it was put back.
]]
local later, ready, marks = KEYS[1], KEYS[2], KEYS[3]
local thread, claimed_at, due_at = ARGV[1], tonumber(ARGV[2]), ARGV[3]

-- Every thread that waits has a mark, from when it was enqueued.
local enqueued, woken = unpack(redis.call('hmget', marks, thread, 'woken'))
if not enqueued or tonumber(enqueued) > claimed_at or tonumber(woken or '0') > claimed_at then return 0 end

redis.call('zrem', ready, thread)
redis.call('zadd', later, due_at, thread)
return 1
