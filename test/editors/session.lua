-- What a user does in Neovim, by the functions that its key maps call; says what came of it in one line of JSON.

local patience = 20000
local told = {}

local function wait_for(what, condition)
  assert(vim.wait(patience, condition, 20), 'Waited in vain for ' .. what)
end

local function client()
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  return clients()[1]
end

-- The answer to a request about the cursor's place.
local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, patience))
  for _, answer in pairs(answers) do
    assert(answer.error == nil, vim.inspect(answer.error))
    return answer.result
  end
end

local function findings()
  local found = {}
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, string.format('%d %s', finding.lnum + 1, finding.code or finding.user_data.lsp.code))
  end
  table.sort(found)
  return found
end

local function session()
  wait_for('the server', function() return client() ~= nil and client().initialized end)
  wait_for('findings', function() return #vim.diagnostic.get(0) > 0 end)
  told.findings = findings()

  assert(vim.fn.search('objective grow') > 0)
  vim.cmd('normal! w')
  local place = vim.lsp.util.make_position_params(0, client().offset_encoding)
  told.hover = ask('textDocument/hover', place).contents.value

  vim.lsp.buf.rename('thrive')
  wait_for('the rename', function() return vim.fn.getline('.'):find('^objective thrive ') ~= nil end)
  vim.cmd('silent wall')

  -- A mistake is mended as a user would: the finding goes, without a save.
  assert(vim.fn.search('supports nothing') > 0)
  vim.api.nvim_set_current_line('  supports win')
  wait_for('the finding to go', function() return #vim.diagnostic.get(0) < #told.findings end)
  told.mended = findings()
  vim.cmd('silent wall')
end

local ok, problem = xpcall(session, debug.traceback)
if not ok then told.problem = problem end
io.stdout:write('\n' .. vim.json.encode(told) .. '\n')
vim.cmd('qall!')
