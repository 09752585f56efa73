--[[
  Hands out threads that are due, oldest question first.
  Guarantee: nobody else is given them until the lease ends, in case the claimer dies; a wake ends the lease early.
  KEYS  1 ages   2 later   3 ready   4 marks
  ARGV  1 now   2 end of the lease   3 limit
  Returns the site's counter of wakes, then the threads.
]]
local ages, later, ready, marks = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, lease_end, limit = ARGV[1], ARGV[2], tonumber(ARGV[3])

for _, thread in ipairs(redis.call('zrangebyscore', later, '-inf', now)) do
  local asked_at = redis.call('zscore', ages, thread)
  -- What waits no more, and was left behind when memory ran out, is handed to nobody.
  if asked_at then redis.call('zadd', ready, asked_at, thread) end
end
redis.call('zremrangebyscore', later, '-inf', now)

local claimed = redis.call('zrange', ready, 0, limit - 1)
redis.call('zremrangebyrank', ready, 0, limit - 1)
for _, thread in ipairs(claimed) do redis.call('zadd', later, lease_end, thread) end

table.insert(claimed, 1, redis.call('hget', marks, 'counter') or '0')
return claimed
